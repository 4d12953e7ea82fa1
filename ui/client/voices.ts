import './page.ts';
import '../styles/account.css';
import '../styles/voices.css';
import '../styles/written.css';

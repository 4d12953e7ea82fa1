import './page.ts';
import '../styles/public-lists.css';
import '../styles/tips.css';
import '../styles/written.css';

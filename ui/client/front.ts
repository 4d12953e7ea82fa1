import '../client.ts';
import '../styles/tips.css';
import '../styles/written.css';

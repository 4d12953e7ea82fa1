import '../client.ts';
import '../styles/account.css';

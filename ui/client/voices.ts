import '../client.ts';
import '../styles/forms.css';
import '../styles/voices.css';
import '../styles/written.css';

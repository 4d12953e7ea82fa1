import { sv } from '../../messages/sv.ts';
import { provideMessages } from '../../messages/messages.ts';

provideMessages('sv', sv);

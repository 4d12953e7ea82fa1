import { fi } from '../../messages/fi.ts';
import { provideMessages } from '../../messages/messages.ts';

provideMessages('fi', fi);

import { en } from '../../messages/en.ts';
import { provideMessages } from '../../messages/messages.ts';

provideMessages('en', en);

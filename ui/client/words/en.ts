import { en as box } from '../../messages/box/en.ts';
import { en as memory } from '../../messages/memory/en.ts';
import { provideMessages } from '../../messages/messages.ts';
import { en as result } from '../../messages/result/en.ts';
import { en as search } from '../../messages/search/en.ts';

provideMessages('en', box, memory, result, search);

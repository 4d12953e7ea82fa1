import { sv as box } from '../../messages/box/sv.ts';
import { sv as memory } from '../../messages/memory/sv.ts';
import { provideMessages } from '../../messages/messages.ts';
import { sv as result } from '../../messages/result/sv.ts';
import { sv as search } from '../../messages/search/sv.ts';

provideMessages('sv', box, memory, result, search);

import { fi as box } from '../../messages/box/fi.ts';
import { fi as memory } from '../../messages/memory/fi.ts';
import { provideMessages } from '../../messages/messages.ts';
import { fi as result } from '../../messages/result/fi.ts';
import { fi as search } from '../../messages/search/fi.ts';

provideMessages('fi', box, memory, result, search);

export { LastuMemoryList as Element } from '../../elements/lastu-memory-list/lastu-memory-list.ts';
export { provideMessages } from '../../messages/messages.ts';

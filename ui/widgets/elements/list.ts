export { LastuList as Element } from '../../elements/lastu-list/lastu-list.ts';
export { provideMessages } from '../../messages/messages.ts';

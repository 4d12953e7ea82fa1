export { LastuSearch as Element } from '../../elements/lastu-search/lastu-search.ts';
export { provideMessages } from '../../messages/messages.ts';

export { LastuSearchBox as Element } from '../../elements/lastu-search-box/lastu-search-box.ts';
export { provideMessages } from '../../messages/messages.ts';

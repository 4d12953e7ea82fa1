export { LastuTitleList as Element } from '../../elements/lastu-title-list/lastu-title-list.ts';
export { provideMessages } from '../../messages/messages.ts';

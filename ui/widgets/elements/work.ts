export { LastuWork as Element } from '../../elements/lastu-work/lastu-work.ts';
export { provideMessages } from '../../messages/messages.ts';

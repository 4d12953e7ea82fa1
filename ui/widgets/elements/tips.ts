export { LastuTips as Element } from '../../elements/lastu-tips/lastu-tips.ts';
export { provideMessages } from '../../messages/messages.ts';

import './page.ts';
import '../styles/memory-list.css';
import { followMemory } from '../memory/follow-memory.ts';
import { provideMessages } from '../messages/messages.ts';

/** What the page of the memory list loads: its words, then the element that says them. */
const { lang } = document.documentElement;
if (lang === 'sv') provideMessages('sv', (await import('../messages/memory-list/sv.ts')).sv);
else if (lang === 'en') provideMessages('en', (await import('../messages/memory-list/en.ts')).en);
else provideMessages('fi', (await import('../messages/memory-list/fi.ts')).fi);
followMemory();
await import('../elements/lastu-memory-works/lastu-memory-works.ts');

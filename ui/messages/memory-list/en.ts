import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of the memory list, in English. */
export const en: Said<typeof fi> = {
  'memoryList.lead':
    'The memory list is kept in this browser, and you need no card for it. When you log in, it follows you to all your devices.',
  'memoryList.beyond': {
    one: 'You see the newest works here. The list has {n} older work besides.',
    other: 'You see the newest works here. The list has {n} older works besides.',
  },
  'memoryList.noRoom':
    'The lists of your devices have more than 2,000 works together, so they could not be joined. Nothing is lost: remove some works, and the lists will be joined.',
  'memoryList.mailTo': 'E-mail address to send it to',
  'memoryList.mailHint': 'The library sends the list, and does not keep the address.',
  'memoryList.mailSend': 'Send',
  'memoryList.mailOwn': 'Open in your own mail program',
  'memoryList.mailSent': { one: '{n} work was sent.', other: '{n} works were sent.' },
  'memoryList.mailWrong': 'Check the address.',
  'memoryList.mailTooFast':
    'Many letters have been sent already. Try again later, or send the list from your own mail program.',
  'memoryList.mailFailed':
    'The letter could not be sent just now. Try again in a moment, or send the list from your own mail program.',
  'memoryList.noScript':
    'The memory list is kept in your browser and needs JavaScript to be shown. Turn JavaScript on to see your list.',
  'memoryList.empty': 'Your memory list is empty',
  'memoryList.emptyHint': 'Add works from the search results or from a work’s own page, and you will find them here.',
  'memoryList.browse': 'Browse the most borrowed works',
  'memoryList.notKept':
    'Your browser does not allow the list to be stored. It lasts only as long as this page is open.',
  'memoryList.failed': 'Details and availability of the works could not be fetched just now.',
  'memoryList.retry': 'Try again',
  'memoryList.gone': 'The work is no longer in the collection.',
  'memoryList.remove': 'Remove',
  'memoryList.cleared': {
    one: 'You removed {n} work from the memory list.',
    other: 'You removed {n} works from the memory list.',
  },
  'memoryList.print': 'Print',
  'memoryList.copy': 'Copy as text',
  'memoryList.copied': { one: '{n} work copied to the clipboard.', other: '{n} works copied to the clipboard.' },
  'memoryList.copyFailed':
    'The browser did not allow copying. You can select the text on the page and copy it yourself.',
  'memoryList.mail': 'Send by e-mail',
  'memoryList.more': { one: 'and {n} more work', other: 'and {n} more works' },
  'memoryList.files': 'Export to a file',
  'memoryList.ris': 'RIS (Zotero, Mendeley, EndNote)',
  'memoryList.bibtex': 'BibTeX (LaTeX)',
  'memoryList.csv': 'CSV (spreadsheets)',
  'memoryList.filesDone': 'The file has been downloaded.',
  'memoryList.filesFailed': 'The file could not be made just now. Try again in a moment.',
  'memoryList.clear': 'Clear the list',
  'memoryList.csvTitle': 'Title',
  'memoryList.csvAuthor': 'Author',
  'memoryList.csvFormat': 'Format',
  'memoryList.csvLanguage': 'Language',
  'memoryList.csvYear': 'Published',
  'memoryList.csvAddress': 'Address',
};

import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of the memory list, in English. */
export const en: Said<typeof fi> = {
  'memoryList.lead':
    'The memory list is kept on this device and in this browser, nowhere else. You need neither a card nor an account.',
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

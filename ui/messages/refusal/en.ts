import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Why the library says no, in English. */
export const en: Said<typeof fi> = {
  'refusal.item-not-found': 'The item is not in the catalogue. It may have been removed from the collection.',
  'refusal.patron-not-found': 'The patron cannot be found. The card may have been closed.',
  'refusal.loan-not-found': 'This loan is no more: it may have been returned already.',
  'refusal.hold-not-found': 'This hold is no more: it may have been picked up or cancelled already.',
  'refusal.fee-not-found': 'This fee is no more: it may have been paid already.',
  'refusal.branch-not-found': 'Choose one of the region’s libraries as the pickup branch.',
  'refusal.branch-not-joined':
    'The libraries of this municipality are not part of the service yet, so nothing can be picked up there. Choose another pickup branch.',
  'refusal.branch-not-joined.figures':
    '{municipality} is not part of the service yet and joins on {starts}. Choose another pickup branch until then.',
  'refusal.date-gone-by': 'Choose today or a later day: the chosen day has gone by.',
  'refusal.card-blocked':
    'The card is not valid, because it was reported lost or closed. You can get a new one at the library.',
  'refusal.self-service-not-started':
    'The library of your municipality has not begun with self-service on the web yet. Until then you can search and browse, and loans and holds are taken care of at the library.',
  'refusal.self-service-not-started.figures':
    '{municipality} begins with self-service on the web on {starts}. Until then you can search and browse, and loans and holds are taken care of at the library.',
  'refusal.not-for-loan': 'This item can be read in the library only: reference items are not lent.',
  'refusal.on-loan': 'The item is on loan. It can be placed on hold.',
  'refusal.lent-to-you': 'You have this on loan already, so there is no need to place a hold.',
  'refusal.check-in-first': 'The item has to be checked in at the desk first.',
  'refusal.requested-by-another':
    'Another patron has requested this, and a loan that others wait for cannot be renewed.',
  'refusal.loan-limit-reached': 'There are as many loans as the rules of use allow.',
  'refusal.loan-limit-reached.figures': 'There can be {limit} loans at a time, and there are that many.',
  'refusal.debt-limit-reached':
    'There are more fees than the rules of use allow. Once they are paid, this works again.',
  'refusal.debt-limit-reached.figures':
    'There are fees of {debt}. From {limit} on, the card cannot be used for loans, renewals and holds. Once they are paid, this works again.',
  'refusal.renewals-used-up': 'The loan has been renewed as often as the rules of use allow.',
  'refusal.renewals-used-up.figures': 'A loan can be renewed {limit} times, and this one has been renewed that often.',
  'refusal.overdue-too-long':
    'The loan is overdue for so long that it cannot be renewed. Please return it to the library.',
  'refusal.overdue-too-long.figures':
    'The loan is overdue for more than {limit} days and cannot be renewed. Please return it to the library.',
  'refusal.due-date-stays':
    'Renewing would not move the due date: the loan period counts from the day of renewal. Renew closer to the due date.',
  'refusal.due-date-stays.figures':
    'The due date would still be {dueOn}: the loan period counts from the day of renewal. Renew closer to the due date.',
  'refusal.hold-limit-reached': 'There are as many holds as the rules of use allow.',
  'refusal.hold-limit-reached.figures': 'There can be {limit} holds at a time, and there are that many.',
  'refusal.already-held': 'You have this on hold already: a work can have one hold at a time.',
  'refusal.nothing-to-hold': 'There is no copy that is lent, so it cannot be placed on hold.',
  'refusal.hold-on-its-way':
    'A copy is on its way or waits for pickup, so the hold cannot be changed. You can cancel it.',
  'refusal.not-to-be-sent': 'This item does not go anywhere from here.',
  'refusal.nothing-to-pay': 'There is nothing to pay.',
  'refusal.payment-under-way': 'A payment is under way already. If you broke it off, you can try again in an hour.',
  'refusal.online-payment-closed': 'Fees cannot be paid online yet. You can pay them at any library of the region.',
  'refusal.waiver-too-large': 'A fee cannot be waived by more than is still to be paid.',
  'refusal.waiver-too-large.figures': '{open} of the fee is still to be paid, and no more can be waived.',
  'refusal.credentials-wrong': 'The card number or the PIN is wrong. Please check both.',
  'refusal.code-wrong': 'The code is wrong or too old. A code is good for 15 minutes and for five tries.',
  'refusal.too-many-attempts': 'There have been many attempts in a row. Wait a moment, then try again.',
  'refusal.too-many-attempts.figures':
    'There have been many attempts in a row, so the card is locked for a moment. Try again in {seconds} seconds.',
  'refusal.card-number-taken': 'This card number belongs to somebody already.',
  'refusal.not-allowed': 'You may not do this.',
  'refusal.loans-open': 'An account can be deleted once all loans have been returned.',
  'refusal.fees-open': 'An account can be deleted once all fees have been paid.',
  'refusal.community-not-started':
    'Your municipality’s library has not begun with this yet. You can read what others have written.',
  'refusal.community-not-started.figures':
    '{municipality} begins with this on {starts}. Until then you can read what others have written.',
  'refusal.writer-banned':
    'You cannot write here at the moment. The library’s message about it is on your own pages, and you can ask at the library.',
  'refusal.writer-banned.figures':
    'You cannot write here until {until}. The library’s message about it is on your own pages.',
  'refusal.writing-too-fast': 'You have written a lot in a short time. Wait a while, then try again.',
  'refusal.writing-too-fast.figures':
    'You have written a lot in a short time. You can write more in {minutes} minutes.',
  'refusal.words-not-allowed':
    'The text has a word that is not published here. Put it another way, and you can send it.',
  'refusal.words-not-allowed.figures':
    'The text has a word that is not published here: {words}. Put it another way, and you can send it.',
  'refusal.text-not-found': 'This text is not here any more: its writer may have deleted it.',
  'refusal.text-is-yours': 'This text is your own. You can change or delete it yourself.',
  'refusal.nothing-to-comment-on': 'This cannot be commented on: it is not here any more, or not open to you.',
  'refusal.comment-not-found': 'This comment is not here any more: its writer may have deleted it.',
  'refusal.comment-not-yours': 'Only the writer of a comment can change it.',
  'refusal.tip-not-found': 'This tip is not here any more: its writer may have deleted it.',
  'refusal.tip-not-yours': 'Only the writer of a tip can change it.',
  'refusal.tipped-work-not-found': 'The work of the tip is not in the collections. It may have been withdrawn.',
  'refusal.display-name-taken':
    'Somebody else goes by this name already, or by one that looks like it. Choose another.',
  'refusal.display-name-tells-who':
    'This name would tell who you are. Choose one that is neither your whole name nor the number of your card.',
  'refusal.display-name-tells-nothing': 'The name needs at least two letters or digits.',
  'refusal.display-name-official': 'With this name readers could take you for the library. Choose another.',
  'refusal.voiced-work-not-found': 'This work is not in the library’s catalogue any more.',
  'refusal.review-not-found': 'This review is not there any more.',
  'refusal.already-reviewed': 'You have reviewed this work already. You can change your review.',
  'refusal.own-review': 'Your own review cannot be marked as helpful.',
  'refusal.display-name-missing': 'First choose a name that others see with your review.',
  'refusal.too-many-tags': 'You have given this work as many tags as one can give.',
  'refusal.too-many-tags.figures': 'A work can be given up to {limit} tags by one reader.',
  'refusal.saved-search-not-found': 'This saved search is not there any more.',
  'refusal.too-many-saved-searches':
    'You have as many saved searches as one can have. Delete one, and you can save another.',
  'refusal.too-many-saved-searches.figures':
    'One can have {limit} saved searches at most. Delete one, and you can save another.',
  'refusal.list-not-found': 'There is no such list, or it is not for you to see.',
  'refusal.list-entry-not-found': 'The work is no longer in the list: somebody may have removed it.',
  'refusal.listed-work-not-found': 'The work is no longer in the collection, so it cannot be added.',
  'refusal.invitation-not-found': 'The invitation is not valid any more. Ask whoever invited you for another one.',
  'refusal.list-not-yours': 'You can read this list but not change it.',
  'refusal.list-full': 'The list is full and has no room for more works.',
  'refusal.list-full.figures': 'A list has room for {limit} works at most. Nothing was added.',
  'refusal.too-many-lists': 'You have as many lists as one can have. Delete one to make another.',
  'refusal.too-many-lists.figures': 'One can have {limit} lists at most. Delete one to make another.',
  'refusal.too-many-members': 'The list has no room for more people or invitations.',
  'refusal.too-many-members.figures': 'The list has room for {limit} people or invitations at most.',
  'refusal.too-fast': 'That was faster than the service can keep up with. Wait a moment and try again.',
  'refusal.too-fast.figures': 'That was faster than the service can keep up with. Try again in {seconds} seconds.',
};

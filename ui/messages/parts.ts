import { en as accountEn } from './account/en.ts';
import { fi as accountFi } from './account/fi.ts';
import { sv as accountSv } from './account/sv.ts';
import { en as holdEn } from './hold/en.ts';
import { fi as holdFi } from './hold/fi.ts';
import { sv as holdSv } from './hold/sv.ts';
import { en as keptEn } from './kept/en.ts';
import { fi as keptFi } from './kept/fi.ts';
import { sv as keptSv } from './kept/sv.ts';
import { en as loginEn } from './login/en.ts';
import { fi as loginFi } from './login/fi.ts';
import { sv as loginSv } from './login/sv.ts';
import { en as refusalEn } from './refusal/en.ts';
import { fi as refusalFi } from './refusal/fi.ts';
import { sv as refusalSv } from './refusal/sv.ts';
import { en as accessibilityEn } from './accessibility/en.ts';
import { fi as accessibilityFi } from './accessibility/fi.ts';
import { sv as accessibilitySv } from './accessibility/sv.ts';
import { en as boxEn } from './box/en.ts';
import { fi as boxFi } from './box/fi.ts';
import { sv as boxSv } from './box/sv.ts';
import { en as citeEn } from './cite/en.ts';
import { fi as citeFi } from './cite/fi.ts';
import { sv as citeSv } from './cite/sv.ts';
import { en as embedEn } from './embed/en.ts';
import { fi as embedFi } from './embed/fi.ts';
import { sv as embedSv } from './embed/sv.ts';
import { en as frontEn } from './front/en.ts';
import { fi as frontFi } from './front/fi.ts';
import { sv as frontSv } from './front/sv.ts';
import { en as importsEn } from './imports/en.ts';
import { fi as importsFi } from './imports/fi.ts';
import { sv as importsSv } from './imports/sv.ts';
import { en as listEn } from './list/en.ts';
import { fi as listFi } from './list/fi.ts';
import { sv as listSv } from './list/sv.ts';
import { en as listsEn } from './lists/en.ts';
import { fi as listsFi } from './lists/fi.ts';
import { sv as listsSv } from './lists/sv.ts';
import { en as publicListsEn } from './public-lists/en.ts';
import { fi as publicListsFi } from './public-lists/fi.ts';
import { sv as publicListsSv } from './public-lists/sv.ts';
import { en as galleryEn } from './gallery/en.ts';
import { fi as galleryFi } from './gallery/fi.ts';
import { sv as gallerySv } from './gallery/sv.ts';
import { en as memoryListEn } from './memory-list/en.ts';
import { fi as memoryListFi } from './memory-list/fi.ts';
import { sv as memoryListSv } from './memory-list/sv.ts';
import { en as memoryEn } from './memory/en.ts';
import { fi as memoryFi } from './memory/fi.ts';
import { sv as memorySv } from './memory/sv.ts';
import { en as privacyEn } from './privacy/en.ts';
import { fi as privacyFi } from './privacy/fi.ts';
import { sv as privacySv } from './privacy/sv.ts';
import { en as regionEn } from './region/en.ts';
import { fi as regionFi } from './region/fi.ts';
import { sv as regionSv } from './region/sv.ts';
import { en as resultEn } from './result/en.ts';
import { fi as resultFi } from './result/fi.ts';
import { sv as resultSv } from './result/sv.ts';
import { en as recommendedEn } from './recommended/en.ts';
import { fi as recommendedFi } from './recommended/fi.ts';
import { sv as recommendedSv } from './recommended/sv.ts';
import { en as savedSearchesEn } from './saved-searches/en.ts';
import { fi as savedSearchesFi } from './saved-searches/fi.ts';
import { sv as savedSearchesSv } from './saved-searches/sv.ts';
import { en as searchEn } from './search/en.ts';
import { fi as searchFi } from './search/fi.ts';
import { sv as searchSv } from './search/sv.ts';
import { en as siteEn } from './site/en.ts';
import { fi as siteFi } from './site/fi.ts';
import { sv as siteSv } from './site/sv.ts';
import { en as staffEn } from './staff/en.ts';
import { fi as staffFi } from './staff/fi.ts';
import { sv as staffSv } from './staff/sv.ts';
import { en as commentsEn } from './comments/en.ts';
import { fi as commentsFi } from './comments/fi.ts';
import { sv as commentsSv } from './comments/sv.ts';
import { en as mergingEn } from './merging/en.ts';
import { fi as mergingFi } from './merging/fi.ts';
import { sv as mergingSv } from './merging/sv.ts';
import { en as moderationEn } from './moderation/en.ts';
import { fi as moderationFi } from './moderation/fi.ts';
import { sv as moderationSv } from './moderation/sv.ts';
import { en as tipsEn } from './tips/en.ts';
import { fi as tipsFi } from './tips/fi.ts';
import { sv as tipsSv } from './tips/sv.ts';
import { en as synonymsEn } from './synonyms/en.ts';
import { fi as synonymsFi } from './synonyms/fi.ts';
import { sv as synonymsSv } from './synonyms/sv.ts';
import { en as searchWordsEn } from './search-words/en.ts';
import { fi as searchWordsFi } from './search-words/fi.ts';
import { sv as searchWordsSv } from './search-words/sv.ts';
import { en as weightsEn } from './weights/en.ts';
import { fi as weightsFi } from './weights/fi.ts';
import { sv as weightsSv } from './weights/sv.ts';
import { en as itemsEn } from './items/en.ts';
import { fi as itemsFi } from './items/fi.ts';
import { sv as itemsSv } from './items/sv.ts';
import { en as recordsEn } from './records/en.ts';
import { fi as recordsFi } from './records/fi.ts';
import { sv as recordsSv } from './records/sv.ts';
import { en as reindexEn } from './reindex/en.ts';
import { fi as reindexFi } from './reindex/fi.ts';
import { sv as reindexSv } from './reindex/sv.ts';
import { en as auditEn } from './audit/en.ts';
import { fi as auditFi } from './audit/fi.ts';
import { sv as auditSv } from './audit/sv.ts';
import { en as jobsEn } from './jobs/en.ts';
import { fi as jobsFi } from './jobs/fi.ts';
import { sv as jobsSv } from './jobs/sv.ts';
import { en as staffAccountEn } from './staff-account/en.ts';
import { fi as staffAccountFi } from './staff-account/fi.ts';
import { sv as staffAccountSv } from './staff-account/sv.ts';
import { en as voicesEn } from './voices/en.ts';
import { fi as voicesFi } from './voices/fi.ts';
import { sv as voicesSv } from './voices/sv.ts';
import { en as workEn } from './work/en.ts';
import { fi as workFi } from './work/fi.ts';
import { sv as workSv } from './work/sv.ts';

/**
 * The words of the interface, by the part of it that says them. A browser loads those of the parts it shows, in one
 * language (`ui/client/words`); the server knows all (`all.ts`). Terms are those of Finnish public libraries. A message with
 * `one` and `other` chooses by its value `n`; `{name}` is filled in.
 */
export const parts = {
  account: { fi: accountFi, sv: accountSv, en: accountEn },
  hold: { fi: holdFi, sv: holdSv, en: holdEn },
  kept: { fi: keptFi, sv: keptSv, en: keptEn },
  login: { fi: loginFi, sv: loginSv, en: loginEn },
  refusal: { fi: refusalFi, sv: refusalSv, en: refusalEn },
  accessibility: { fi: accessibilityFi, sv: accessibilitySv, en: accessibilityEn },
  box: { fi: boxFi, sv: boxSv, en: boxEn },
  cite: { fi: citeFi, sv: citeSv, en: citeEn },
  embed: { fi: embedFi, sv: embedSv, en: embedEn },
  front: { fi: frontFi, sv: frontSv, en: frontEn },
  imports: { fi: importsFi, sv: importsSv, en: importsEn },
  list: { fi: listFi, sv: listSv, en: listEn },
  lists: { fi: listsFi, sv: listsSv, en: listsEn },
  'public-lists': { fi: publicListsFi, sv: publicListsSv, en: publicListsEn },
  gallery: { fi: galleryFi, sv: gallerySv, en: galleryEn },
  'memory-list': { fi: memoryListFi, sv: memoryListSv, en: memoryListEn },
  memory: { fi: memoryFi, sv: memorySv, en: memoryEn },
  privacy: { fi: privacyFi, sv: privacySv, en: privacyEn },
  region: { fi: regionFi, sv: regionSv, en: regionEn },
  result: { fi: resultFi, sv: resultSv, en: resultEn },
  recommended: { fi: recommendedFi, sv: recommendedSv, en: recommendedEn },
  'saved-searches': { fi: savedSearchesFi, sv: savedSearchesSv, en: savedSearchesEn },
  search: { fi: searchFi, sv: searchSv, en: searchEn },
  site: { fi: siteFi, sv: siteSv, en: siteEn },
  staff: { fi: staffFi, sv: staffSv, en: staffEn },
  comments: { fi: commentsFi, sv: commentsSv, en: commentsEn },
  merging: { fi: mergingFi, sv: mergingSv, en: mergingEn },
  moderation: { fi: moderationFi, sv: moderationSv, en: moderationEn },
  tips: { fi: tipsFi, sv: tipsSv, en: tipsEn },
  synonyms: { fi: synonymsFi, sv: synonymsSv, en: synonymsEn },
  'search-words': { fi: searchWordsFi, sv: searchWordsSv, en: searchWordsEn },
  weights: { fi: weightsFi, sv: weightsSv, en: weightsEn },
  items: { fi: itemsFi, sv: itemsSv, en: itemsEn },
  records: { fi: recordsFi, sv: recordsSv, en: recordsEn },
  reindex: { fi: reindexFi, sv: reindexSv, en: reindexEn },
  audit: { fi: auditFi, sv: auditSv, en: auditEn },
  jobs: { fi: jobsFi, sv: jobsSv, en: jobsEn },
  'staff-account': { fi: staffAccountFi, sv: staffAccountSv, en: staffAccountEn },
  voices: { fi: voicesFi, sv: voicesSv, en: voicesEn },
  work: { fi: workFi, sv: workSv, en: workEn },
} as const;

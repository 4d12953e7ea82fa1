/**
 * Styles of citation in CSL 1.0.2 (https://docs.citationstyles.org) for what a library lends: books, films, music, maps. APA
 * comes with the processor; these are ours, as short as works need them.
 */
const head = (id: string, title: string, attributes: string) =>
  `<?xml version="1.0" encoding="utf-8"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" ${attributes}>` +
  `<info><id>urn:lastu:style:${id}</id><title>${title}</title><updated>2026-11-25T00:00:00+00:00</updated></info>`;
const citation = '<citation><layout><text variable="title"/></layout></citation></style>';

/** MLA Handbook, 9th edition: core elements in their order, as far as a catalogue knows them. */
export const mla =
  head('mla', 'MLA Handbook, 9th edition', 'page-range-format="minimal-two"') +
  `<macro name="makers"><names variable="author">
    <name and="text" delimiter=", " delimiter-precedes-last="always" name-as-sort-order="first" et-al-min="3" et-al-use-first="1"/>
    <et-al/><label form="long" prefix=", "/><substitute><names variable="director"/><names variable="editor"/></substitute>
  </names></macro>
  <macro name="others"><names variable="translator" delimiter=", ">
    <label form="verb" text-case="capitalize-first" suffix=" "/><name and="text"/></names></macro>
  <bibliography hanging-indent="true"><layout suffix=".">
    <group delimiter=". ">
      <text macro="makers"/>
      <text variable="title" font-style="italic"/>
      <group delimiter=", ">
        <text macro="others"/>
        <text variable="edition"/>
        <text variable="publisher"/>
        <date variable="issued"><date-part name="year"/></date>
      </group>
      <text variable="URL"/>
    </group>
  </layout></bibliography>` +
  citation;

/** ISO 690:2021, references in full with the year at the end, as Finnish SFS-ISO 690 has them. */
export const iso690 =
  head('iso690', 'ISO 690:2021', '') +
  `<macro name="makers"><names variable="author">
    <name delimiter=", " delimiter-precedes-last="never" and="text" name-as-sort-order="all" et-al-min="4" et-al-use-first="1">
      <name-part name="family" text-case="uppercase"/></name>
    <et-al/><substitute><names variable="director"/><names variable="editor"/></substitute>
  </names></macro>
  <bibliography><layout suffix=".">
    <group delimiter=". ">
      <text macro="makers"/>
      <text variable="title" font-style="italic"/>
      <names variable="translator"><label form="verb" text-case="capitalize-first" suffix=" "/><name and="text"/></names>
      <text variable="edition"/>
      <group delimiter=", ">
        <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
        <date variable="issued"><date-part name="year"/></date>
      </group>
      <group delimiter=", "><text variable="collection-title"/><text variable="collection-number"/></group>
      <text variable="ISBN" prefix="ISBN "/>
      <text variable="URL"/>
    </group>
  </layout></bibliography>` +
  citation;

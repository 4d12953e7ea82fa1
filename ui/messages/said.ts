/** A message, or its forms for one and for several. */
export type Plural = { readonly one: string; readonly other: string };

/** What a language must say: every key of the Finnish messages, in the same form (plain or plural). */
export type Said<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Plural };

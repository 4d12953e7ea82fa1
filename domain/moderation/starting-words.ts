import type { WatchedWords } from './schema.ts';

/** What is watched until staff have said otherwise: words that a book can be about hold nothing up. */
export const startingWords: WatchedWords = {
  version: 0,
  words: {
    fi: {
      hold: ['vittu*', 'vitun', 'vitut*', 'perkele*', 'saatana*', 'paska', 'paskan*', 'kusipää*', 'mulkku*', 'runkkari*', 'huora*', 'ämmä', 'idiootti', 'ääliö', 'vammainen', 'mutiainen'], // prettier-ignore
      refuse: ['neekeri*', 'ryssä*', 'homppeli*', 'hintti', 'vinosilmä*'],
    },
    sv: {
      hold: ['fan', 'jävla', 'jävlar', 'helvete*', 'fitta*', 'kuk', 'hora', 'horor', 'skitstövel*', 'idiot', 'idioter'], // prettier-ignore
      refuse: ['neger', 'negrer', 'bögjävel*', 'blatte*'],
    },
    en: {
      hold: ['fuck*', 'motherfuck*', 'shit', 'bullshit', 'asshole*', 'bitch*', 'cunt*', 'whore*', 'idiot', 'idiots'], // prettier-ignore
      refuse: ['nigger*', 'faggot*', 'tranny', 'kike'],
    },
  },
};

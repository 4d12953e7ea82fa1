/** The memory list wherever works are: the button, the count, the notices, in Finnish: the source of the keys. */
export const fi = {
  'memory.title': 'Muistilista',
  'memory.count': {
    one: 'Sinulla on {n} teos muistilistassa.',
    other: 'Sinulla on {n} teosta muistilistassa.',
  },
  'memory.add': 'Lisää muistilistaan',
  'memory.added': 'Muistilistassa',
  'memory.remove': 'Poista muistilistasta',
  'memory.told.added': 'Lisätty muistilistaan: {title}',
  'memory.told.removed': 'Poistettu muistilistasta: {title}',
  'memory.told.full': 'Muistilista on täynnä: {n} teosta. Poista ensin jokin, jotta tämä mahtuu: {title}',
  'memory.undo': 'Kumoa',
  'memory.close': 'Sulje ilmoitus',
} as const;

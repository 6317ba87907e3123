/** The loader's own words: the button on the host page, and the panel while the chat is not there. */
const en = {
  chat: 'Chat with us',
  unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  opening: 'Opening the chat',
  broken: 'The chat is not working now',
  person: 'To talk to a person, call ',
  silent: 'If you can’t speak, call 999 from a mobile and press 55 when asked.',
  emergency: 'In an emergency call 999',
  small: 'Make the chat small',
  leave: 'Leave this page quickly',
}

/** Draft: to be read by a Welsh speaker of the force before it is used. */
const cy: typeof en = {
  chat: 'Sgwrsio â ni',
  unread: (count) => (count === 1 ? '1 neges newydd' : `${count} o negeseuon newydd`),
  opening: 'Agor y sgwrs',
  broken: 'Nid yw’r sgwrs yn gweithio nawr',
  person: 'I siarad â pherson, ffoniwch ',
  silent: 'Os na allwch siarad, ffoniwch 999 o ffôn symudol a phwyswch 55 pan ofynnir i chi.',
  emergency: 'Mewn argyfwng, ffoniwch 999',
  small: 'Lleihau’r sgwrs',
  leave: 'Gadael y dudalen hon yn gyflym',
}

export const panelWords = (lang: string) => (lang.startsWith('cy') ? cy : en)

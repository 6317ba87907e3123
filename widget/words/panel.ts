/** The loader's own words: the button on the host page, and the panel while the chat is not there. */
const en = {
  chat: 'Chat with us',
  news: 'New messages',
  broken: 'The chat is not working now',
  person: 'To talk to a person, call ',
  emergency: 'In an emergency call 999',
  small: 'Make the chat small',
  leave: 'Leave this page quickly',
}

/** Draft: to be read by a Welsh speaker of the force before it is used. */
const cy: typeof en = {
  chat: 'Sgwrsio â ni',
  news: 'Negeseuon newydd',
  broken: 'Nid yw’r sgwrs yn gweithio nawr',
  person: 'I siarad â pherson, ffoniwch ',
  emergency: 'Mewn argyfwng, ffoniwch 999',
  small: 'Lleihau’r sgwrs',
  leave: 'Gadael y dudalen hon yn gyflym',
}

export const panelWords = (lang: string) => (lang.startsWith('cy') ? cy : en)

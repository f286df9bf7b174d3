/** True for text shaped like an id of ours. Asked of every id in an address, so that a made-up one is "not there". */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

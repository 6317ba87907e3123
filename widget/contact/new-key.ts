/**
 * A random UUID (version 4): every browser names an object URL by one. `crypto.randomUUID` is missing where the host page
 * came by plain http; this is not. The empty blob behind the name costs nothing, and goes with the page.
 */
export const newKey = () => URL.createObjectURL(new Blob()).slice(-36)

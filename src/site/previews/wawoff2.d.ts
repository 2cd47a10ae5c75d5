declare module 'wawoff2/decompress.js' {
  /** Unpacks a WOFF2 (W3C WOFF File Format 2.0) into the font it holds. */
  export default function decompress(packed: Uint8Array): Promise<Uint8Array>
}

// The data of the page: blocks of base64 that hold deflated JSON or bytes.

export async function bytesOf(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const block = document.getElementById(`block-${id}`);
  const text = atob((block?.textContent ?? "").trim());
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) packed[at] = text.charCodeAt(at);
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

export async function jsonOf<T>(id: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await bytesOf(id))) as T;
}

/// Hands files to the reader. A plain link could not carry the token, so files are fetched first.

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/// The mark at the beginning tells spreadsheets that the text is UTF-8.
export function saveText(text: string, name: string): void {
  saveBlob(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }), name);
}

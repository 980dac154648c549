/// A button that fetches a file and hands it over.

import { useState } from "preact/hooks";
import { Failure, getFile, unreadable } from "../api/client";
import { announce } from "../core/announce";
import { texts } from "../core/language";
import { fill } from "../../locale";
import { FailureNote } from "./problems";
import { saveBlob } from "./save";

interface DownloadProps {
  path: "file" | "report";
  result: string;
  fileName: string;
  label: string;
  strong?: boolean;
}

export function Download({ path, result, fileName, label, strong }: DownloadProps) {
  const said = texts.value;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const fetchFile = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      saveBlob(await getFile(path, { result }), fileName);
      announce(fill(said.downloaded, { name: fileName }));
    } catch (error) {
      setFailure(error instanceof Failure ? error : new Failure(unreadable, []));
    }
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        class={`button${strong === true ? " primary" : ""}`}
        aria-label={`${label}: ${fileName}`}
        aria-busy={busy}
        onClick={() => void fetchFile()}
      >
        {busy ? said.fetching : label}
      </button>
      {failure !== undefined && <FailureNote failure={failure} again={() => void fetchFile()} />}
    </>
  );
}

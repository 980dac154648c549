/// The report in a frame. The frame runs no script: this page draws the charts into it.

import { useEffect, useRef, useState } from "preact/hooks";
import { getFile } from "../../api/client";
import { language, texts } from "../../core/language";
import { useLoaded } from "../../core/load";
import { Loading } from "../../parts/loading";
import { FailureNote } from "../../parts/problems";
import { dress, plainReport, type PlainReport } from "./report-frame";

/// The address of a text as a page; given back when it is no longer shown.
function useAddress(report: PlainReport | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (report === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([report.html], { type: "text/html;charset=utf-8" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [report]);
  return address;
}

export function Preview({ result }: { result: string }) {
  const said = texts.value;
  const frame = useRef<HTMLIFrameElement>(null);
  const undress = useRef<() => void>(() => undefined);
  const { data, failure, again } = useLoaded(`${result}/${language.value}`, async (signal) => {
    const file = await getFile("report", { result }, signal);
    return plainReport(await file.text());
  });
  const address = useAddress(data);
  useEffect(() => () => undress.current(), []);
  const loaded = () => {
    undress.current();
    const page = frame.current?.contentDocument;
    if (page != null && data !== undefined) undress.current = dress(page, data);
  };
  return (
    <div class="preview">
      {failure !== undefined && (
        <FailureNote failure={failure} title={said.reportFailed} again={again} />
      )}
      {data === undefined && failure === undefined && (
        <>
          <p class="remark">{said.reportWait}</p>
          <Loading lines={16} />
        </>
      )}
      {address !== undefined && data !== undefined && (
        <iframe
          ref={frame}
          title={said.previewLabel}
          sandbox="allow-same-origin"
          src={address}
          onLoad={loaded}
        />
      )}
    </div>
  );
}

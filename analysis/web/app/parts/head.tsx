/// The one heading of the first level of a view.

interface HeadProps {
  title: string;
  lead?: string;
}

export function PageHead({ title, lead }: HeadProps) {
  return (
    <div class="page-head">
      <h1 tabIndex={-1}>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
  );
}

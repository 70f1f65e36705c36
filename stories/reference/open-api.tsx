import { createMockBackend } from 'latchkey/msw'
import { useEffect, useState } from 'react'
import { withCode } from '../guides/with-code.tsx'
import { type Schema, toText } from './schema-text.ts'
import './reference.css'

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

interface Operation {
  operationId: string
  summary: string
  parameters: readonly { name: string; in: string; required: boolean; schema: Schema; description?: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content: Record<string, { schema: Schema }> }>
}

/** The document that the server in this page serves, as tables. */
export function OpenApi() {
  const [document, setDocument] = useState<Document | null>(null)
  useEffect(() => {
    const request = new Request('http://localhost/api/keys/openapi.json')
    createMockBackend()
      .fetch(request)
      .then((response) => response.json())
      .then(setDocument)
  }, [])
  if (!document) return <p>Reading the document…</p>
  return (
    <div className="reference">
      {Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => (
          <OperationSection
            key={operation.operationId}
            title={`${method.toUpperCase()} /api/keys${path === '/' ? '' : path}`}
            {...operation}
          />
        )),
      )}
      <h2>Schemas</h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <section key={name} id={name}>
          <h3>{name}</h3>
          <Code text={toText(schema)} />
        </section>
      ))}
    </div>
  )
}

function OperationSection({
  title,
  operationId,
  summary,
  parameters,
  requestBody,
  responses,
}: Operation & { title: string }) {
  const all = Object.entries(responses).map(([status, { content }]) => {
    const schema = Object.values(content)[0]?.schema ?? {}
    return { status, schema, codes: schema.allOf?.flatMap((each) => each.properties?.code?.enum ?? []) ?? [] }
  })
  const answers = all.filter(({ codes }) => codes.length === 0)
  const refusals = all.filter(({ codes }) => codes.length > 0)
  const body = Object.values(requestBody?.content ?? {})[0]?.schema
  return (
    <section id={operationId}>
      <h2>{operationId}</h2>
      <p>
        <code>{title}</code> {summary}.
      </p>
      {parameters.length > 0 && (
        <Rows
          head={['Parameter', 'In', 'Type', 'Needed', 'What for']}
          rows={parameters.map((each) => [
            `\`${each.name}\``,
            each.in,
            `\`${toText(each.schema)}\``,
            each.required ? 'yes' : 'no',
            each.description ?? '',
          ])}
        />
      )}
      {body && body.type !== undefined && (
        <>
          <h4>Body</h4>
          <Code text={toText(body)} />
        </>
      )}
      {answers.map(({ status, schema }) => (
        <div key={status}>
          <h4>Answer ({status})</h4>
          <Code text={toText(schema)} />
        </div>
      ))}
      <Rows
        head={['Status', 'Codes']}
        rows={refusals.map(({ status, codes }) => [status, codes.map((code) => `\`${code}\``).join(', ')])}
      />
    </section>
  )
}

function Rows({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name, and never moves.
              <td key={column}>{withCode(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Code({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  )
}

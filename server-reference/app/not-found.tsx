import Link from 'next/link'

export default function NotFound() {
  return (
    <section className="narrow">
      <h1 className="title">Not found</h1>
      <p>There is no such page, or it is not yours.</p>
      <p>
        <Link href="/">Go to the start page</Link>
      </p>
    </section>
  )
}

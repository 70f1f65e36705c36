'use client'

import { forwardRef } from 'react'
import { Header as HeaderPart, type HeaderProps as HeaderPartProps } from '../parts/header.js'
import { CreateButton } from './create-button.js'
import { useManagerScope } from './manager-context.js'

export interface HeaderProps
  extends Omit<HeaderPartProps, 'title' | 'headingLevel' | 'titleId' | 'classNames'> {
  /** @default the catalogue's words */
  title?: HeaderPartProps['title'] | undefined
  /** null: none. @default the catalogue's words */
  description?: HeaderPartProps['description']
}

/** The title and its sentence. At the end of the line: its children, or else the button that creates. */
export const Header = forwardRef<HTMLElement, HeaderProps>(function Header(props, ref) {
  const { look, headingLevel, titleId } = useManagerScope()
  const { strings, classNames } = look
  const {
    title = strings.title,
    description = strings.description,
    children = <CreateButton />,
    ...rest
  } = props
  return (
    <HeaderPart
      {...rest}
      ref={ref}
      title={title}
      titleId={titleId}
      description={description}
      headingLevel={headingLevel}
      classNames={classNames}
    >
      {children}
    </HeaderPart>
  )
})

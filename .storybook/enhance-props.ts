import { ApiKeyManager, ApiKeys } from 'latchkey'
import type { ArgTypesEnhancer } from 'storybook/internal/types'
import { combineParameters } from 'storybook/preview-api'
import { readableProps } from './readable-props.ts'

/**
 * The table of props of every component. Of the whole one, also what it passes on to its root: its type names that by
 * `Omit` alone, which the build does not follow.
 */
export const enhanceProps: ArgTypesEnhancer = ({ component, argTypes }) =>
  combineParameters(
    component === ApiKeyManager ? readableProps(ApiKeys.Root) : {},
    argTypes,
    readableProps(component),
  )

// Brand: a plain value that can only be made by its own parser.

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { emptyForm, formOf, type Form, type FormFields, type UploadedFile } from './form.ts'

/**
 * What one form may carry: 10 files of 10 MB, which are held in memory. What goes beyond is let run by and marked as
 * unread, so that the form can come back with what was typed; far beyond, the request is refused as a whole.
 */
export const uploadLimits = { fileSize: 10 * 1024 * 1024, files: 60, fields: 300, fieldSize: 1024 * 1024, parts: 360 }
const mostFilesRead = 10

/** Reads an ordinary or a multipart form; anything else (JSON, no body) is an empty form. */
export async function readForm(request: FastifyRequest): Promise<Form> {
  if (request.isMultipart?.()) return readParts(request)
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  return isForm ? formOf((request.body ?? {}) as FormFields) : emptyForm
}

async function readParts(request: FastifyRequest): Promise<Form> {
  const fields: Record<string, string[]> = {}
  const files: Record<string, UploadedFile[]> = {}
  let read = 0
  for await (const part of request.parts()) {
    if (part.type === 'field') (fields[part.fieldname] ??= []).push(String(part.value))
    else {
      const file = await readFile(part, read >= mostFilesRead)
      if (part.filename) (files[part.fieldname] ??= []).push(file)
      if (part.filename) read += 1
    }
  }
  return formOf(fields, files)
}

async function readFile({ filename, file }: MultipartFile, tooMany: boolean): Promise<UploadedFile> {
  const chunks: Buffer[] = []
  for await (const chunk of file) if (!tooMany) chunks.push(chunk)
  if (tooMany) return { name: filename, bytes: nothing, unread: 'too-many' }
  // a file cut off at the limit is no file at all
  if (file.truncated) return { name: filename, bytes: nothing, unread: 'too-large' }
  return { name: filename, bytes: Buffer.concat(chunks) }
}

const nothing = Buffer.alloc(0)

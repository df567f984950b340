import * as m from '#texts'
import { sayNumber } from '../text/danish.ts'
import { type Language, type Message, type Sentence, say } from '../text/language.ts'
import type { FileProblem, FileProblemCode } from './file-problem.ts'

export type { FileProblem } from './file-problem.ts'

/**
 * The sentences: what is wrong, then what to do. `{name}` is filled from `detail`, `{column}` from the problem; where it
 * is (`Line 12: ...`) is put before by `problemText`.
 */
export const sentences: Record<FileProblemCode, Sentence> = {
  'file-empty': m.platform_file_empty,
  'file-of-empty-rows': m.platform_file_of_empty_rows,
  'file-too-large': m.platform_file_too_large,
  'file-not-readable': m.platform_file_not_readable,
  'file-broken': m.platform_file_broken,
  'file-hostile': m.platform_file_hostile,
  'file-takes-too-long': m.platform_file_takes_too_long,
  'file-of-fixed-width': m.platform_file_of_fixed_width,
  'file-heading-not-there': m.platform_file_heading_not_there,
  'file-sheet-not-there': m.platform_file_sheet_not_there,
  'file-without-sheets': m.platform_file_without_sheets,
  'file-without-encoding': m.platform_file_without_encoding,
  'file-not-in-encoding': m.platform_file_not_in_encoding,
  'old-excel': m.platform_file_old_excel,
  'excel-with-password': m.platform_file_excel_with_password,
  'workbook-empty': m.platform_file_workbook_empty,
  'workbook-too-large': m.platform_file_workbook_too_large,
  'header-name-twice': m.platform_file_header_name_twice,
  'table-beside': m.platform_file_table_beside,
  'only-header': m.platform_file_only_header,
  'mixed-encoding': m.platform_file_mixed_encoding,
  'garbled-characters': m.platform_file_garbled_characters,
  'quote-not-closed': m.platform_file_quote_not_closed,
  'columns-missing': m.platform_file_columns_missing,
  'too-many-cells': m.platform_file_too_many_cells,
  'too-many-columns': m.platform_file_too_many_columns,
  'line-too-long': m.platform_file_line_too_long,
  'nul-characters': m.platform_file_nul_characters,
  'row-not-readable': m.platform_file_row_not_readable,
  'json-broken': m.platform_file_json_broken,
  'json-not-an-object': m.platform_file_json_not_an_object,
  'json-too-deep': m.platform_file_json_too_deep,
  'json-document-too-large': m.platform_file_json_document_too_large,
  'heading-found': m.platform_file_heading_found,
  'heading-of-two-rows': m.platform_file_heading_of_two_rows,
  'heading-again': m.platform_file_heading_again,
  'no-headings': m.platform_file_no_headings,
  'rows-over-skipped': m.platform_file_rows_over_skipped,
  'sum-row': m.platform_file_sum_row,
  'note-beside': m.platform_file_note_beside,
  'cell-without-value': m.platform_file_cell_without_value,
  'sheet-left-out': m.platform_file_sheet_left_out,
  'sheets-together': m.platform_file_sheets_together,
  'hidden-columns': m.platform_file_hidden_columns,
  'merged-cells': m.platform_file_merged_cells,
  'colours-not-read': m.platform_file_colours_not_read,
  'struck-out': m.platform_file_struck_out,
  'encoding-guessed': m.platform_file_encoding_guessed,
  'comments-not-read': m.platform_file_comments_not_read,
  'text-boxes-not-read': m.platform_file_text_boxes_not_read,
  'personal-numbers': m.platform_file_personal_numbers,
  'personal-numbers-elsewhere': m.platform_file_personal_numbers_elsewhere,
  'answer-cut-short': m.platform_file_answer_cut_short,
}

const kinds: Record<string, Message> = {
  pdf: m.platform_kind_pdf,
  'web-page': m.platform_kind_web_page,
  xml: m.platform_kind_xml,
  zip: m.platform_kind_zip,
  ods: m.platform_kind_ods,
  workbook: m.platform_kind_workbook,
  binary: m.platform_kind_binary,
}

/** Numbers as the language writes them. */
const spelled = (detail: Readonly<Record<string, string | number>>, language: Language) =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'number' ? sayNumber(value, language) : value,
    ]),
  )

/** One sentence or two for people: where, what, and what to do. */
export const problemText = (problem: FileProblem, language: Language): string => {
  const kind = kinds[problem.detail?.['kind'] ?? '']?.({}, { locale: language })
  const values: Record<string, string | number> = {
    ...spelled(problem.detail ?? {}, language),
    ...(kind ? { kind } : {}),
  }
  if (problem.column !== undefined) values['column'] = problem.column
  const sentence = say(sentences[problem.code], language, values, () => '?')
  if (problem.line === undefined) return sentence
  return m.platform_line({ line: problem.line, sentence }, { locale: language })
}

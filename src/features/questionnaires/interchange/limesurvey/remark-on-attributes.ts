import type { Place, RemarkBook } from '../report';

/** Attributes that were read, and those that only change the look. */
const TAKEN =
  /^(hidden|random_order|answer_order|subquestion_order|max_answers|exclude_all_others|min_num_value_n|max_num_value_n|num_value_int_only|maximum_chars|suffix|equals_num_value|array_filter|array_filter_exclude|array_filter_style|em_validation_q|em_validation_q_tip|equation|other_replace_text|date_min|date_max|date_format)$/;
const LOOK =
  /^(cssclass|question_template|display_columns|display_rows|display_type|answer_width.*|label_input_columns|statistics_.*|public_statistics|page_break|printable_help|hide_tip|scale_export|save_as_default|clear_default|input_size|input_boxes|text_input_.*|dropdown_.*|category_separator|alphasort|repeat_headings|reverse|time_limit_.*|showpopups|samechoiceheight|samelistheight|use_dropdown|slider_.*|location_.*|keep_aspect|horizontal_scroll|ranking_.*|choice_title|rank_title|other_position.*|other_numbers_only|other_comment_mandatory|assessment_value|multiflexible_.*|numbers_only|prefix|random_group|thousands_separator|commented_checkbox.*|image_.*|answer_order|numberofanswers|list_style|column_.*|buttonspacing|button_size|theme.*|display_.*|fix_.*|crop_or_resize|max_subquestions|subquestion_width)$/;

/** Names the attributes of a question that would have mattered and have no counterpart here. */
export const remarkOnAttributes = (
  type: string,
  attributes: ReadonlyMap<string, string>,
  place: Place,
  remarks: RemarkBook,
): void => {
  for (const [name, value] of attributes) {
    if (value === '0' || TAKEN.test(name) || LOOK.test(name)) continue;
    remarks.refused('attribute', { ...place, column: name }, { attribute: name });
  }
  if (attributes.has('prefix')) remarks.refused('attribute', { ...place, column: 'prefix' }, { attribute: 'prefix' });
  if (attributes.has('array_filter') && (type === 'M' || type === 'P')) remarks.refused('array-filter', place);
};

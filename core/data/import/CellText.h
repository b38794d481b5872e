#pragma once

#include <string>
#include <string_view>

namespace foretrail {

/// What a workbook's number format shows a number as.
enum class CellFormat { Number, DateTime, Elapsed };

/// Of a number format by its code ("yyyy-mm-dd", "#,##0.00", "[h]:mm"): quoted words, colours and locales do not count.
CellFormat formatOfCode(std::string_view code);
/// Of one of the formats that a workbook does not spell out; ids 27-36 and 50-58 are the dates of East Asia.
CellFormat formatOfBuiltIn(int id);

/// A day count of a workbook as "yyyy-MM-dd HH:mm:ss", to the second; a time of day alone, which has no day, as "HH:mm:ss".
/// Empty when it is no date that a workbook can hold (0 up to the year 9999). Days count from 1904-01-01 on old Macs, otherwise
/// from 1899-12-30, with the 29 February 1900 that never was.
std::string dateText(double serial, bool from1904);
/// A duration as "H:mm:ss", hours without end.
std::string elapsedText(double days);

/// A number as a person typed it: workbooks write 2.55 as 2.5499999999999998. Whole numbers keep all their digits.
std::string numberText(std::string_view written);
/// Reads "_x000D_", as workbooks write characters that XML cannot hold; other text passes as it is.
void appendCellText(std::string &out, std::string_view written);

} // namespace foretrail

// One ballot as a spreadsheet shows it: a number under each option's number, and the whole in words. What the number is depends on the
// method: 1 for a choice or an approval, points, a rating, the number of a grade (0 the worst), the rank in a ranking (1 the best, the same
// for equals). A matrix has one number for each axis. Pairs and words have no numbers. Pure; one owner.
#pragma once

#include <sawt/agenda.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sawt::exporting {

// How many numbers the ballots of an item have for each option: the axes of a matrix, else 1.
std::size_t numbers_per_option(const item& vote);

// The numbers, axis by axis: [axis][option]; empty texts where the ballot says nothing, which is not 0.
std::vector<std::vector<std::string>> ballot_numbers(const item& vote, const marks& says);

// What the rule reads, with the words as the voter wrote them and not as the terms they are counted under.
reading read_as_written(const item& vote, std::string_view ballot);

// In the given language, as far as there are texts in it: "Laboratory = 3 | Brand", "Laboratory > Brand = School" for a ranking,
// "Laboratory > Brand | School = Brand" for pairs, the texts as they were written for words.
std::string ballot_words(const item& vote, const marks& says, const std::string& language);

}  // namespace sawt::exporting

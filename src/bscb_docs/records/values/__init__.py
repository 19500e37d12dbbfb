"""What a field of a record can hold of time and number: dates, periods, years, amounts, as a person types them."""

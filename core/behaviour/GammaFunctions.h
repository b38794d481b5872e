#pragma once

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace foretrail {

/// In double precision throughout: by default Boost would compute in long double, several times slower.
using PlainDoubles = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

inline double lnGamma(double x) { return boost::math::lgamma(x, PlainDoubles()); }
/// The derivative of lnGamma.
inline double digammaOf(double x) { return boost::math::digamma(x, PlainDoubles()); }

} // namespace foretrail

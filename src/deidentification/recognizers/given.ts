/**
 * Given names that a census of the United States ranks too low for texters of Canada, or that are words of French,
 * too: francophone, Indigenous, South and East Asian, Arabic, African and Caribbean ones. Folded.
 */
export const COMMON_HERE: readonly string[] = `
  aurelie noemie melodie lorraine rosalie coralie eulalie valerie angelique clementine constance capucine heloise eloise
  maxime pascal regis serge romain germain clement aubin colin florent laurent vincent gilles renaud basile cyrille fabrice
  patrice bastien cyprien julien lucien leon denis rene herve luc yves mathieu matthieu mathis mathilde amelie emilie
  sophie julie lucie elodie melanie stephanie genevieve veronique dominique frederique audrey camille chloe oceane maude
  maeva megane marianne ariane oriane florence delphine josee marjorie jasmine jade lea zoe alice juliette charlotte romane
  beatrice celine josiane manon lyne ginette sylvie nathalie chantal johanne monique denise jocelyne lise
  antoine alexis etienne felix francis francois gabriel guillaume hugo jeremie jerome jonathan loic louis mathias mickael
  nathan nicolas olivier philippe raphael remi samuel sebastien simon thomas tristan vincent xavier zachary alexandre
  benoit cedric charles christophe damien eric fabien gaetan gerard gilbert henri jacques jean joel jocelyn marcel
  martin maurice michel normand patrick paul pierre raymond rejean richard robert roger rolland roland sylvain yvan yvon
  aiyana nokomis winona kiona tala dakota chaska takoda ahanu nodin waban makwa migizi kanti shania siku nanuq nuna
  tanis tansi kaya koda cheyenne mikisew wapun niska sakari aputik ujarak pitseolak
  priya anjali kavya ananya aarav arjun rohan rahul ravi amit sanjay vikram harpreet gurpreet manpreet jaspreet simran
  simranjit gurleen jasleen navjot balwinder harjit jagmeet amrit parveen ayesha aisha fatima zainab zahra maryam khadija
  amina hafsa sumaya ibrahim yusuf yousef ismail hamza omar bilal usman hassan hussein mustafa mahmoud abdi abdullahi
  mohamed mohammed muhammad ahmed ali khalid tariq nour noor leila layla yasmin yasmine rania dina hanan samira soraya
  wei ming xiao mei ling jing yuki haruki minjun jiwoo seoyeon minh thuy linh huong trang duc tuan quynh phuong
  kwame kofi akua adwoa yaw chinedu chidi ngozi chioma ifeoma emeka oluwaseun tunde temitope folake adaeze amara
  thandi sipho tendai tariro wanjiru njeri otieno achieng ayaan hodan ifrah sahra deqa faduma mamadou aminata fatou
  ousmane ibrahima aissatou mariama keisha tyrone shanice shaniqua jamal darius tyrell marcus malik latoya deshawn
  santiago mateo alejandro valentina camila ximena guadalupe lupita jose juan carlos miguel diego javier`
  .trim()
  .split(/\s+/);
